"""What is asked: kinds, places, names, follow-ups, and questions in English."""
