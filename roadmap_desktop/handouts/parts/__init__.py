"""What several handouts print of a stage: pieces made from the same pictures that the screens show."""
