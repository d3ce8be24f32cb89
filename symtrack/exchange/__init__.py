"""What comes in from other files and goes out into them."""
