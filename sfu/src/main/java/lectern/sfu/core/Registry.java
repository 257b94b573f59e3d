package lectern.sfu.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.sfu.sdp.SdpException;
import org.jspecify.annotations.Nullable;

/// Who is there: connections by the caller's id and direction, and by the user name fragment that a first packet carries.
final class Registry {
    private final int capacity;
    private final Map<String, UpConnection> ups = new LinkedHashMap<>();
    private final Map<String, DownConnection> downs = new LinkedHashMap<>();
    private final Map<String, Connection> byUfrag = new HashMap<>();
    private final List<Connection> all = new ArrayList<>();

    Registry(int capacity) {
        this.capacity = capacity;
    }

    @Nullable
    UpConnection up(@Nullable String peer) {
        return ups.get(peer);
    }

    @Nullable
    DownConnection down(String peer) {
        return downs.get(peer);
    }

    /// Whom a connectivity check is for.
    @Nullable
    Connection addressee(@Nullable String ufrag) {
        return byUfrag.get(ufrag);
    }

    Collection<UpConnection> ups() {
        return ups.values();
    }

    Collection<DownConnection> downs() {
        return downs.values();
    }

    int size() {
        return all.size();
    }

    Connection get(int i) {
        return all.get(i);
    }

    /// Throws [SdpException] when there is no room.
    void add(Connection connection) {
        if (all.size() >= capacity)
            throw new SdpException("the server carries " + capacity + " connections already");
        all.add(connection);
        switch (connection) {
            case UpConnection up -> ups.put(up.peer, up);
            case DownConnection down -> downs.put(down.peer, down);
        }
        addressed(connection);
    }

    /// It has (new) credentials; after an ICE restart the former ones still find it.
    void addressed(Connection connection) {
        byUfrag.put(connection.credentials().ufrag(), connection);
    }

    void remove(Connection connection) {
        all.remove(connection);
        switch (connection) {
            case UpConnection up -> ups.remove(up.peer, up);
            case DownConnection down -> downs.remove(down.peer, down);
        }
        byUfrag.values().removeIf(c -> c == connection);
        connection.close();
    }
}
