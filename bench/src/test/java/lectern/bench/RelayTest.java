package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import lectern.bench.Line.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final long MS = 1_000_000;

    private DatagramSocket server;
    private DatagramSocket client;

    @BeforeEach
    void open() throws Exception {
        server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        client = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server.setSoTimeout(2_000);
        client.setSoTimeout(2_000);
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private static DatagramPacket receive(DatagramSocket socket) throws Exception {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        socket.receive(packet);
        return packet;
    }

    private static void send(DatagramSocket from, int port, int value) throws Exception {
        from.send(new DatagramPacket(new byte[]{ (byte) value}, 1, InetAddress.getLoopbackAddress(), port));
    }

    @Test
    void datagramsGoThereAndBackAfterTheirDelay() throws Exception {
        Settings slow = Settings.CLEAN.withDelay(30 * MS, 0);
        try (var relay = new Relay(server.getLocalPort(), slow, slow, 1)) {
            long began = System.nanoTime();
            send(client, relay.port(), 7);
            DatagramPacket there = receive(server);
            assertEquals(7, there.getData()[0]);
            send(server, there.getPort(), 8);
            DatagramPacket back = receive(client);
            assertEquals(8, back.getData()[0]);
            assertEquals(relay.port(), back.getPort());
            assertTrue(System.nanoTime() - began >= 60 * MS);
            long giveUpNs = System.nanoTime() + 2_000 * MS; // counted once it has left, which the receiver may see first
            while (relay.forwarded() < 2 && System.nanoTime() - giveUpNs < 0) Thread.onSpinWait();
            assertEquals(2, relay.forwarded());
        }
    }

    @Test
    void eachClientHasAnAddressOfItsOwn() throws Exception {
        try (var relay = new Relay(server.getLocalPort(), Settings.CLEAN, Settings.CLEAN, 1);
                var other = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(2_000);
            send(client, relay.port(), 1);
            DatagramPacket one = receive(server);
            send(other, relay.port(), 2);
            DatagramPacket two = receive(server);
            assertNotEquals(one.getPort(), two.getPort());
            send(server, two.getPort(), 3);
            assertEquals(3, receive(other).getData()[0]);
            send(client, relay.port(), 4);
            assertEquals(one.getPort(), receive(server).getPort());
        }
    }

    @Test
    void whatIsLostIsCounted() throws Exception {
        try (var relay = new Relay(server.getLocalPort(), Settings.CLEAN.withLoss(1), Settings.CLEAN, 1)) {
            server.setSoTimeout(200);
            for (int i = 0; i < 5; i++)
                send(client, relay.port(), i);
            for (int i = 0; i < 200 && relay.lost() < 5; i++)
                Thread.sleep(10);
            assertEquals(5, relay.lost());
            assertThrows(SocketTimeoutException.class, () -> receive(server));
            assertEquals(0, relay.forwarded());
        }
    }

    @Test
    void aServerThatIsGoneDoesNotEndTheRelay() throws Exception {
        int port = server.getLocalPort();
        server.close();
        try (var relay = new Relay(port, Settings.CLEAN, Settings.CLEAN, 1)) {
            for (int i = 0; i < 20; i++)
                send(client, relay.port(), i);
            server = new DatagramSocket(port, InetAddress.getLoopbackAddress());
            server.setSoTimeout(2_000);
            for (int i = 0; i < 20; i++)
                send(client, relay.port(), 99);
            DatagramPacket packet;
            do {
                packet = receive(server);
            } while (packet.getData()[0] != 99);
        }
    }

    @Test
    void descriptionsLeadThroughTheRelay() throws Exception {
        try (var relay = new Relay(server.getLocalPort(), Settings.CLEAN, Settings.CLEAN, 1)) {
            String sdp = relay.through("v=0\r\na=ice-lite\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n"
                    + "a=candidate:1 1 udp 2130706431 192.0.2.1 8443 typ host\r\n"
                    + "a=candidate:2 1 tcp 1518280447 192.0.2.1 8443 typ host tcptype passive\r\na=mid:0\r\n");
            assertTrue(
                    sdp.contains("a=candidate:1 1 udp 2130706431 127.0.0.1 " + relay.port() + " typ host\r\na=mid:0"));
            assertFalse(sdp.contains("8443"));
            assertTrue(sdp.startsWith("v=0\r\na=ice-lite\r\nm=audio"));
        }
    }
}
