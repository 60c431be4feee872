"""What someone sends in through an issue, and how it becomes drafts in a pull request. All of it is written by strangers:

form (the issue's text → Submission) → attachments (files that GitHub holds) → command (the import) → letter (the pull request's
text), all in a job that may only read; then accept, which alone meets a job that may write, and looks at names and sizes only.
"""
