"""What is asked for about a document, and what becomes of the answers."""
