package lectern.sfu;

import org.jspecify.annotations.Nullable;

/// What one line of a receiving connection carries: the line `upMid` of the publisher `upPeer`, or nothing when both are null.
/// `wantedHeight` is the height in pixels at which it will be shown; it picks the layer (0: the smallest; sound ignores it).
public record Route(String mid, @Nullable String upPeer, @Nullable String upMid, int wantedHeight) {
    public Route {
        if ((upPeer == null) != (upMid == null))
            throw new IllegalArgumentException("route " + mid + ": a publisher and its line, or neither");
        if (wantedHeight < 0)
            throw new IllegalArgumentException("route " + mid + ": height " + wantedHeight);
    }

    public static Route silent(String mid) {
        return new Route(mid, null, null, 0);
    }
}
