package lectern.web;

/// One file as it goes over HTTP.
///
/// @param bytes       the content; not to be written to
/// @param contentType with its charset
/// @param etag        in quotes, as the header wants it; the same for the same bytes
public record WebFile(byte[] bytes, String contentType, String etag) {}
