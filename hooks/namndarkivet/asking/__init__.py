"""What is asked for about a document, how the answers are read, and the file that they become. Terminal, form, JSON Schema
and editor snippets all ask the same questions, and those come from the model.
"""
