package lectern.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lectern.server.FirstBytes.Kind;
import org.junit.jupiter.api.Test;

class FirstBytesTest {
    private static ByteBuf hex(String bytes) {
        return Unpooled.wrappedBuffer(HexFormat.of().parseHex(bytes.replace(" ", "")));
    }

    @Test
    void aKindIsToldAsSoonAsItCanBe() {
        assertEquals(Kind.UNDECIDED, FirstBytes.kindOf(Unpooled.EMPTY_BUFFER));
        assertEquals(Kind.TLS, FirstBytes.kindOf(hex("16")));
        assertEquals(Kind.PLAIN_HTTP, FirstBytes.kindOf(Unpooled.copiedBuffer("G", StandardCharsets.US_ASCII)));
        String stun = "0054 0001 0040 2112a442";
        for (int length = 2; length <= 18; length += 2)
            assertEquals(Kind.UNDECIDED, FirstBytes.kindOf(hex(stun.replace(" ", "").substring(0, length))));
        assertEquals(Kind.ICE_TCP, FirstBytes.kindOf(hex(stun)));
    }

    @Test
    void whatIsNoneOfThemIsTurnedAway() {
        assertEquals(Kind.OTHER, FirstBytes.kindOf(hex("00 54 80")), "RTP before a check");
        assertEquals(Kind.OTHER, FirstBytes.kindOf(hex("0054 0001 0040 2112a443")));
        assertEquals(Kind.OTHER, FirstBytes.kindOf(hex("ff")));
        assertEquals(Kind.OTHER, FirstBytes.kindOf(Unpooled.copiedBuffer("ssh", StandardCharsets.US_ASCII)));
    }

    @Test
    void anyBytesAreSomethingAndNeverChangeTheirKind() {
        var random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            if (random.nextBoolean()) bytes[0] = (byte) random.nextInt(8);
            if (random.nextBoolean()) bytes[2] &= 0x3F;
            Kind decided = Kind.UNDECIDED;
            for (int length = 0; length <= bytes.length; length++) {
                Kind kind = FirstBytes.kindOf(Unpooled.wrappedBuffer(bytes, 0, length));
                if (decided != Kind.UNDECIDED) assertEquals(decided, kind, "round " + round);
                decided = kind;
            }
            assertTrue(decided != Kind.UNDECIDED, "round " + round);
        }
    }

    /// However a stream is cut on its way, the packets come out as they went in.
    @Test
    void framesSurviveEveryCut() {
        for (long seed = 1; seed <= 500; seed++) {
            var random = new Random(seed);
            var packets = new ArrayList<byte[]>();
            var stream = new ByteArrayOutputStream();
            for (int n = random.nextInt(20); n >= 0; n--) {
                byte[] packet = new byte[random
                        .nextInt(random.nextBoolean() ? 40 : Rfc4571Decoder.MAX_PACKET_BYTES + 1)];
                random.nextBytes(packet);
                if (packet.length > 0) packets.add(packet);
                stream.write(packet.length >> 8);
                stream.write(packet.length);
                stream.writeBytes(packet);
            }
            var channel = new EmbeddedChannel(new Rfc4571Decoder());
            byte[] bytes = stream.toByteArray();
            for (int at = 0; at < bytes.length;) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 3 : 3_000));
                channel.writeInbound(Unpooled.copiedBuffer(bytes, at, length));
                at += length;
            }
            for (byte[] packet : packets) {
                byte[] got = channel.readInbound();
                assertNotNull(got, "seed " + seed);
                assertArrayEquals(packet, got, "seed " + seed);
            }
            assertNull(channel.readInbound(), "seed " + seed);
            channel.finishAndReleaseAll();
        }
    }

    @Test
    void aFrameLongerThanADatagramEndsTheStream() {
        var channel = new EmbeddedChannel(new Rfc4571Decoder());
        assertThrows(DecoderException.class, () -> channel.writeInbound(hex("0801 00")));
        channel.finishAndReleaseAll();
    }

    @Test
    void garbageIsPacketsOrTheEndButNothingElse() {
        var random = new Random(9);
        int ended = 0;
        for (int round = 0; round < 20_000; round++) {
            var channel = new EmbeddedChannel(new Rfc4571Decoder());
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && random.nextBoolean()) bytes[0] = 0;
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(bytes));
            } catch (DecoderException tooLong) {
                ended++;
            }
            List<Object> all = new ArrayList<>(channel.inboundMessages());
            assertFalse(all.stream().anyMatch(p -> ((byte[]) p).length > Rfc4571Decoder.MAX_PACKET_BYTES));
            channel.finishAndReleaseAll();
        }
        assertTrue(ended > 0 && ended < 20_000);
    }
}
