"""The decisions: a question and a release in, one balanced and sourced answer out."""
