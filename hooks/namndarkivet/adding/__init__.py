"""The form at /lagg-till/: the questions, the register and the rules as data for a browser, and Python itself for reading
minutes there.
"""
