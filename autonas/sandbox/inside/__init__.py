"""What runs on the other side: the fork server and its children. Standard library only; never imports the rest."""
