"""Pages that stand beside the stages: reached from every stage by menu and key, and left for it again."""
