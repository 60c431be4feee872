"""The rules of namndarkivet.checks: for each a wrong document and a right neighbour, one file per room."""
