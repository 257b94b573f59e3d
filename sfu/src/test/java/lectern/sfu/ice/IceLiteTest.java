package lectern.sfu.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.function.Consumer;
import lectern.sfu.ice.IceLite.Verdict;
import lectern.sfu.rtp.BigEndian;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IceLiteTest {
    private static final long SECOND = 1_000_000_000L;
    private static final InetSocketAddress FROM = new InetSocketAddress("192.0.2.7", 4_000);

    private final IceCredentials local = IceCredentials.random(new SecureRandom());
    private final IceLite ice = new IceLite(local, 0);
    private final StunKey key = new StunKey(local.password());
    private final MemorySegment in = Arena.ofAuto().allocate(Stun.MAX_BYTES);
    private final MemorySegment out = Arena.ofAuto().allocate(Stun.MAX_BYTES);
    private final StunWriter writer = new StunWriter();
    private final Stun request = new Stun();
    private final Stun response = new Stun();

    @BeforeEach
    void theOtherSideIsKnown() {
        ice.remote("them");
    }

    private Verdict ask(int path, long nowNs, StunKey with, Consumer<StunWriter> attributes) {
        writer.begin(in, 0, Stun.BINDING_REQUEST, 7, 8);
        attributes.accept(writer);
        int length = writer.finish(with);
        assertTrue(request.parse(in, 0, length));
        Verdict verdict = ice.onRequest(request, path, FROM, nowNs, out, 0);
        assertEquals(verdict != Verdict.IGNORED, response.parse(out, 0, ice.responseLength()));
        return verdict;
    }

    private Verdict check(int path, boolean nominate, long nowNs) {
        return ask(path, nowNs, key, w -> {
            w.username(local.ufrag() + ":them");
            w.priority(1);
            w.controlling(5);
            if (nominate)
                w.useCandidate();
        });
    }

    @Test
    void aGoodCheckIsAnsweredAndItsPathValid() {
        assertEquals(Verdict.VALID, check(3, false, 0));
        assertTrue(ice.addressed(request));
        assertEquals(Stun.BINDING_SUCCESS, response.type());
        assertEquals(FROM, response.mappedAddress());
        assertEquals(7, response.transactionHigh());
        assertTrue(response.verify(key) && response.hasFingerprint());
        assertTrue(ice.valid(3));
        assertFalse(ice.valid(4));
        assertEquals(IceLite.NO_PATH, ice.selectedPath());
    }

    @Test
    void theNominatedPathIsSelectedOnce() {
        assertEquals(Verdict.SELECTED, check(3, true, 0));
        assertEquals(Verdict.VALID, check(3, true, SECOND));
        assertEquals(3, ice.selectedPath());
    }

    @Test
    void aNewNominationMovesTheSession() {
        check(3, true, 0);
        assertEquals(Verdict.VALID, check(4, false, SECOND));
        assertEquals(3, ice.selectedPath());
        assertEquals(Verdict.SELECTED, check(4, true, 2 * SECOND));
        assertEquals(4, ice.selectedPath());
    }

    @Test
    void twoPathsNominatedAtOnceDoNotFlap() {
        check(3, true, 0);
        assertEquals(Verdict.SELECTED, check(4, true, SECOND));
        assertEquals(Verdict.VALID, check(3, true, SECOND + 1));
        assertEquals(Verdict.VALID, check(4, true, SECOND + 2));
        assertEquals(4, ice.selectedPath());
        assertEquals(Verdict.SELECTED, check(3, true, 5 * SECOND), "4 has been silent for four seconds");
    }

    @Test
    void oneCanGoBackToAPathThatWasLeft() {
        check(3, true, 0);
        check(4, true, SECOND);
        check(3, false, SECOND);
        assertEquals(Verdict.SELECTED, check(3, true, 2 * SECOND));
    }

    @Test
    void refusalsNameTheReason() {
        assertEquals(Verdict.REFUSED, ask(3, 0, key, w -> {
        }));
        assertEquals(400, response.errorCode());
        assertEquals(Verdict.REFUSED, ask(3, 0, null, w -> w.username(local.ufrag() + ":them")));
        assertEquals(400, response.errorCode());
        assertEquals(Verdict.REFUSED, ask(3, 0, new StunKey("guessed"), w -> w.username(local.ufrag() + ":them")));
        assertEquals(401, response.errorCode());
        assertFalse(response.hasIntegrity());
        assertEquals(Verdict.REFUSED, ask(3, 0, key, w -> w.username(local.ufrag() + ":stranger")));
        assertEquals(401, response.errorCode());
        assertEquals(Verdict.REFUSED, ask(3, 0, key, w -> {
            w.username(local.ufrag() + ":them");
            w.controlled(5);
        }));
        assertEquals(487, response.errorCode());
        assertTrue(response.verify(key));
        assertFalse(ice.valid(3));
    }

    @Test
    void anUnknownAttributeThatMattersIsRefused() {
        writer.begin(in, 0, Stun.BINDING_REQUEST, 7, 8);
        writer.username(local.ufrag() + ":them");
        int at = writer.finish(null) - 8; // the fingerprint makes room
        writer.begin(in, 0, Stun.BINDING_REQUEST, 7, 8);
        writer.username(local.ufrag() + ":them");
        writer.priority(1);
        BigEndian.put16(in, at, 0x0077); // the priority becomes something that nobody knows
        int length = writer.finish(key);
        assertTrue(request.parse(in, 0, length));
        assertEquals(Verdict.REFUSED, ice.onRequest(request, 3, FROM, 0, out, 0));
        assertTrue(response.parse(out, 0, ice.responseLength()));
        assertEquals(420, response.errorCode());
    }

    @Test
    void responsesAreNotAnswered() {
        writer.begin(in, 0, Stun.BINDING_SUCCESS, 7, 8);
        assertTrue(request.parse(in, 0, writer.finish(key)));
        assertEquals(Verdict.IGNORED, ice.onRequest(request, 3, FROM, 0, out, 0));
        assertEquals(0, ice.responseLength());
    }

    @Test
    void aCheckMayOvertakeTheAnswer() {
        var early = new IceLite(local, 0);
        check(3, false, 0);
        assertEquals(Verdict.VALID, early.onRequest(request, 3, FROM, 0, out, 0));
    }

    @Test
    void consentEndsThirtySecondsAfterTheLastGoodRequest() {
        assertEquals(30 * SECOND, ice.nextDeadlineNs());
        check(3, true, 10 * SECOND);
        ask(3, 20 * SECOND, new StunKey("guessed"), w -> w.username(local.ufrag() + ":them"));
        assertEquals(40 * SECOND, ice.nextDeadlineNs());
        assertFalse(ice.expired(39 * SECOND));
        assertTrue(ice.expired(40 * SECOND));
    }

    @Test
    void sixteenPathsAreRememberedAndTheSelectedOneIsKept() {
        check(100, true, 0);
        for (int path = 0; path < 20; path++)
            check(path, false, path + 1);
        assertEquals(16, ice.pathCount());
        assertTrue(ice.valid(100) && ice.valid(19));
        assertFalse(ice.valid(0));
        ice.forget(100);
        assertEquals(IceLite.NO_PATH, ice.selectedPath());
        assertEquals(15, ice.pathCount());
    }

    @Test
    void credentialsAreLongAndDifferent() {
        var other = IceCredentials.random(new SecureRandom());
        assertNotEquals(local, other);
        assertTrue(local.ufrag().matches("[A-Za-z0-9+/]{4,}") && local.password().matches("[A-Za-z0-9+/]{22,}"));
        assertFalse(local.toString().contains(local.password()));
    }
}
