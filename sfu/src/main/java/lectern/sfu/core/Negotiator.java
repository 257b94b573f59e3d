package lectern.sfu.core;

import java.util.List;
import lectern.sfu.Route;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import org.jspecify.annotations.Nullable;

/// Descriptions come and go, connections come of them, and lines find their sources. Not on the packet path. What can't be done is an
/// [SdpException] with words.
final class Negotiator {
    private final Context context;
    private final Registry registry;

    Negotiator(Context context, Registry registry) {
        this.context = context;
        this.registry = registry;
    }

    /// A publisher's offer; our answer.
    Sdp offerUp(String peer, UpNegotiation negotiation, long nowNs) {
        UpConnection before = registry.up(peer);
        UpConnection up = goesOn(before, negotiation.remote()) ? before : null;
        if (up == null) {
            up = new UpConnection(context, peer, nowNs);
            if (before != null) {
                up.pausedAs(before);
                registry.remove(before);
            }
            registry.add(up);
        }
        introduce(up, negotiation.remote(), nowNs);
        up.agree(negotiation.agreement());
        for (DownConnection down : registry.downs())
            resolve(down, nowNs);
        return negotiation.answer(up.sessionId, up.nextVersion(), up.transport("passive"));
    }

    Sdp offerDown(String peer, int slots, int voices, boolean restartIce, long nowNs) {
        DownConnection down = registry.down(peer);
        if (down != null && restartIce) {
            down.restartIce(nowNs);
            registry.addressed(down);
        }
        DownConnection offering = down != null ? down : new DownConnection(context, peer, nowNs);
        Sdp offer = offering.offer(slots, voices);
        if (down == null)
            registry.add(offering);
        return offer;
    }

    void answerDown(String peer, Sdp answer, long nowNs) {
        DownConnection down = registry.down(peer);
        if (down == null)
            throw new SdpException("there is no connection that this answers");
        down.remote(DownNegotiation.remote(answer));
        down.answer(answer, nowNs);
        resolve(down, nowNs);
    }

    Sdp offerWhep(String peer, Sdp offer, long nowNs) {
        Remote remote = DownNegotiation.remoteOfOffer(offer);
        DownConnection before = registry.down(peer);
        DownConnection down = goesOn(before, remote) ? before : null;
        if (down == null) {
            down = new DownConnection(context, peer, nowNs);
            if (before != null)
                registry.remove(before);
            registry.add(down);
        }
        introduce(down, remote, nowNs);
        Sdp answer = down.answerOffer(offer, nowNs);
        resolve(down, nowNs);
        return answer;
    }

    private static boolean goesOn(@Nullable Connection connection, Remote remote) {
        return connection != null && connection.remote() != null && connection.remote().sameAssociation(remote);
    }

    /// New credentials in a client's offer ask for an ICE restart.
    private void introduce(Connection connection, Remote remote, long nowNs) {
        if (connection.remote() != null && !connection.remote().ufrag().equals(remote.ufrag())) {
            connection.restartIce(nowNs);
            registry.addressed(connection);
        }
        connection.remote(remote);
    }

    void route(String downPeer, List<Route> routes, long nowNs) {
        DownConnection down = registry.down(downPeer);
        if (down == null)
            return;
        down.route(routes);
        resolve(down, nowNs);
    }

    private void resolve(DownConnection down, long nowNs) {
        for (DownTrack line : down.lines()) {
            Route route = down.routeOf(line);
            UpConnection up = route == null ? null : registry.up(route.upPeer());
            UpTrack track = up == null || route.upMid() == null ? null : up.track(route.upMid());
            boolean fits = track != null && track.video == line.video;
            line.carry(fits ? track : null, route == null ? 0 : route.wantedHeight(), nowNs);
        }
    }
}
