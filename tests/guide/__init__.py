"""The guides' pictures (docs/assets/guide): each is taken of a state that a story brings about, and is held to it by what a
screen reader would be told of that state.
"""
