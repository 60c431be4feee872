"""The form at /lagg-till/."""
