package lectern.ui.model;

/// A page of a file with the words that were searched.
///
/// @param page   from 0
/// @param around what stands about them on the page
public record TextHit(Material material, int page, String around) {}
