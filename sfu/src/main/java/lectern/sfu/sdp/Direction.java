package lectern.sfu.sdp;

import org.jspecify.annotations.Nullable;

/// Which way media may go, from the side that wrote the description.
public enum Direction {
    SENDRECV, SENDONLY, RECVONLY, INACTIVE;

    public boolean sends() {
        return this == SENDRECV || this == SENDONLY;
    }

    public boolean receives() {
        return this == SENDRECV || this == RECVONLY;
    }

    public static Direction of(boolean sends, boolean receives) {
        if (sends)
            return receives ? SENDRECV : SENDONLY;
        return receives ? RECVONLY : INACTIVE;
    }

    /// The same, seen from the other side.
    public Direction reverse() {
        return of(receives(), sends());
    }

    String attribute() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static @Nullable Direction parse(String attribute) {
        for (Direction direction : values())
            if (direction.attribute().equals(attribute))
                return direction;
        return null;
    }
}
