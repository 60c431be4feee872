// What stands before a term and says what kind it is: the twin of searching/terms.py, which says what each is.

export const KIND = { word: "", group: "=", folded: "~", registry: "#", paragraph: "§", circular: "@" };
