"""How answers are worded, in Japanese and in English."""
