package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.BooleanSupplier;
import lectern.bench.Line.Settings;
import lectern.sfu.Route;
import lectern.sfu.Sfu;
import lectern.sfu.SfuListener;
import lectern.sfu.SfuSettings;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.io.UdpPort;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.srtp.SrtpProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Synthetic peers and the media plane, over real sockets.
class SyntheticPeerTest {
    private final Sfu sfu = Sfu.start(new SfuSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            List.of(InetAddress.getLoopbackAddress()), true, 0, 100, UdpPort.Kind.AUTO), new SfuListener() {
            });

    @AfterEach
    void stop() {
        sfu.close();
    }

    private static MediaSection section(String sdp) {
        return Sdp.parse(sdp).media().getFirst();
    }

    private static void await(BooleanSupplier condition, SyntheticPeer peer) throws Exception {
        for (int i = 0; i < 1_500 && !condition.getAsBoolean(); i++) {
            assertNull(peer.failure());
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean());
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void aViewerReceivesWhatTheSourceSends(SrtpProfile profile) throws Exception {
        var latencies = new Latencies();
        try (var loop = new PeerLoop("peers", DtlsIdentity.create(new SecureRandom()), List.of(profile))) {
            var source = new VideoSource(loop, false);
            source.connect(section(sfu.offerUp("source", source.offer().write()).get()));
            var viewer = new Viewer(loop, true, latencies);
            viewer.connect(section(sfu.offerWhep("viewer", viewer.offer().write()).get()));
            sfu.route("viewer", List.of(new Route("0", "source", "0", 720)));
            await(() -> viewer.received() > 0, viewer);
            latencies.measure(true);
            long before = viewer.received();
            await(() -> viewer.received() > before + VideoSource.PACKETS_PER_SECOND, viewer);
            latencies.measure(false);
            assertEquals(profile, viewer.profile());
            assertEquals(0, viewer.lost());
            assertTrue(source.keyFrames() >= 1);
            assertTrue(latencies.percentile(0.5) > 0 && latencies.percentile(0.5) < 200,
                    latencies.percentile(0.5) + " ms");
        }
    }

    @Test
    void aBadLineIsMendedByRetransmission() throws Exception {
        var loss = Settings.CLEAN.withLoss(0.03).withDelay(10_000_000, 0);
        try (var loop = new PeerLoop("peers", DtlsIdentity.create(new SecureRandom()),
                List.of(SrtpProfile.AEAD_AES_128_GCM)); var relay = new Relay(sfu.port(), loss, loss, 5)) {
            var source = new VideoSource(loop, true);
            source.connect(section(sfu.offerUp("source", source.offer().write()).get()));
            var viewer = new Viewer(loop, true, new Latencies());
            viewer.connect(section(relay.through(sfu.offerWhep("viewer", viewer.offer().write()).get())));
            sfu.route("viewer", List.of(new Route("0", "source", "0", 720)));
            await(() -> viewer.received() > 3 * VideoSource.PACKETS_PER_SECOND, viewer);
            assertTrue(relay.lost() > 0);
            assertTrue(viewer.repaired() > 0, "nothing was repaired");
        }
    }
}
