package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.srtp.SrtpProfile;
import org.junit.jupiter.api.Test;

class OwnServerTest {
    @Test
    void aServerInItsOwnProcessForwardsFromWhipToWhep() throws Exception {
        var identity = DtlsIdentity.create(new SecureRandom());
        OwnServer server = OwnServer.start();
        try (server; var loop = new PeerLoop("peers", identity, List.of(SrtpProfile.AEAD_AES_128_GCM))) {
            server.publish(new VideoSource(loop, false));
            Viewer viewer = server.watch(loop, new Latencies());
            for (int i = 0; i < 1_500 && viewer.received() < VideoSource.PACKETS_PER_SECOND; i++)
                Thread.sleep(10);
            assertTrue(viewer.received() >= VideoSource.PACKETS_PER_SECOND, "received " + viewer.received());
            assertEquals(0, viewer.lost());
            ProcessUsage usage = ProcessUsage.of(server.process());
            assertTrue(usage.cpuSeconds() > 0 && usage.residentMb() > 10);
        }
        assertTrue(server.process().waitFor(1, TimeUnit.SECONDS));
        assertFalse(server.process().isAlive());
    }
}
