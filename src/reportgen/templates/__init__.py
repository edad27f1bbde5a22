"""What stands under templates/: kinds of paragraph, standing words, page set-ups; read and rendered."""
