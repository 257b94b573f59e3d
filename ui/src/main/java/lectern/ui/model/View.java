package lectern.ui.model;

/// One picture that is on the screen: whose, which, and its size in physical pixels.
public record View(String participant, Source source, int width, int height) {}
