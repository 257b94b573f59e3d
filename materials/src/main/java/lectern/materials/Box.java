package lectern.materials;

/// A place on a page, in page units from the upper left corner of the page as it is looked at.
public record Box(double x, double y, double width, double height) {}
