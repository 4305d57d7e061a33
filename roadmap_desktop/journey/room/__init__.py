"""What the room sees on the projector, stage by stage; nothing in it names a person."""
