// Terms as the index has them: the twin of searching/tokens.py, which says why they are spelled so.

export const KIND = { word: "qx", group: "qy", folded: "qz", registry: "ql", paragraph: "qm", circular: "qn" };

const SPELLED = { q: "qq", å: "qr", ä: "qs", ö: "qt", "-": "qk" };
for (const digit of "0123456789") SPELLED[digit] = `q${"abcdefghij"[digit]}`;

// A term of [a-zåäö0-9-]. Without a kind it finds every term that begins so.
export const token = (term, kind = "") => Array.from(term, (sign) => SPELLED[sign] ?? sign).join("") + kind;
