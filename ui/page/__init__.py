"""The page: chat at the left, the source of each answer at the right.

`page` lays out the components and wires their events; it is the one door to Gradio. What they
show is made by the `*_view` files from templates that escape everything.
"""
