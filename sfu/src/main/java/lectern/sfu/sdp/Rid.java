package lectern.sfu.sdp;

/// An `a=rid` line (RFC 8851); `restrictions` is what follows the direction, mostly empty.
public record Rid(String id, boolean send, String restrictions) {}
