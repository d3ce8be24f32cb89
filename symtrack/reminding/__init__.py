"""A reminder once a day, if one is wanted: when it is time, how it is shown, how it comes when no window is open."""
