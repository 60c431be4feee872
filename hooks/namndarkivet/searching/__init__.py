"""Search: the archive's texts as what they are found by, and the index that the browser searches.

Content flows one way through it, as through the house:

    texts ─ words ─▶ words ─ stem ─▶ what inflections share (snowball, mended)
                       ├ compounds ─▶ the parts of stöd-funktion (parts.txt, and the archive's own vocabulary)
                       └ synonyms ─▶ the group that dagis and förskola belong to (docs/synonymer.yml)
    numbers ─▶ the keys of registry numbers, § and circulars
    findable, hand_written ─▶ every page that can be found ─ language, terms ─▶ its terms
        ─ weighing, postings, shards ─▶ the index     ─ lexicon ─▶ which terms there are, and where
        ─ standing ─▶ what of it an edit leaves as it was
        ─ index, files ─▶ `sok/` of the site     ─ served ─▶ the same under `mkdocs serve`

What was typed goes the same way in the browser (docs/assets/sok/), so each step that both take is written twice and a test
holds the two to one another; the tables are written once, here, and travel in `sok/sok.json`.
"""
