package lectern.materials;

/// @param width  in pixels
/// @param height in pixels
/// @param bytes  PNG or JPEG
public record Image(int width, int height, byte[] bytes) {}
