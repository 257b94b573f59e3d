package lectern.bench;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import lectern.sfu.rtp.RtpHeader;
import lectern.sfu.srtp.SrtpSession;

/// Sends VP8 packets as a browser does: 720p, four packets a frame, with the header extensions that are customary.
final class Publisher {
    static final int PAYLOAD_TYPE = 96;
    static final int SSRC = 0x1234_5678;
    static final int SEND_TIME_ID = 2;
    static final int TRANSPORT_CC_ID = 3;
    static final int MID_ID = 4;

    private static final int PACKETS_PER_FRAME = 4;
    private static final int FRAME_TICKS = 3_000; // 30 frames a second at 90 kHz
    private static final int KEY_FRAME_EVERY = 3_000;
    private static final int DESCRIPTOR_BYTES = 6;

    private final DatagramChannel channel;
    private final SrtpSession session;
    private final int payloadBytes;
    private final MemorySegment memory = Arena.ofAuto().allocate(2_048, 64);
    private final ByteBuffer buffer = memory.asByteBuffer();
    private final RtpHeader header = new RtpHeader();
    private int sent;

    Publisher(DatagramChannel channel, SrtpSession session, int payloadBytes) {
        this.channel = channel;
        this.session = session;
        this.payloadBytes = payloadBytes;
        for (int i = 0; i < memory.byteSize(); i++)
            memory.set(JAVA_BYTE, i, (byte) (i * 131));
    }

    void send() throws IOException {
        int frame = sent / PACKETS_PER_FRAME;
        int part = sent % PACKETS_PER_FRAME;
        header.begin(memory, 0, PAYLOAD_TYPE, part == PACKETS_PER_FRAME - 1, sent, (long) frame * FRAME_TICKS, SSRC);
        memory.set(JAVA_BYTE, header.extension(MID_ID, 1), (byte) '0');
        header.extension(SEND_TIME_ID, 3);
        long counter = header.extension(TRANSPORT_CC_ID, 2);
        memory.set(JAVA_BYTE, counter, (byte) (sent >> 8));
        memory.set(JAVA_BYTE, counter + 1, (byte) sent);
        int at = header.finish();
        describe(at, frame, part);
        int length = session.protectRtp(memory, 0, at + payloadBytes);
        if (length < 0)
            throw new IllegalStateException("can't protect: " + length);
        channel.write(buffer.clear().limit(length));
        sent++;
    }

    /// RFC 7741: an extended descriptor with a 15-bit picture id, TL0PICIDX and TID; then, in a frame's first packet, the frame's header.
    private void describe(long at, int frame, int part) {
        put(at, part == 0 ? 0x90 : 0x80, 0xe0, 0x80 | frame >> 8 & 0x7f, frame, frame, 0);
        boolean key = frame % KEY_FRAME_EVERY == 0;
        if (part == 0)
            put(at + DESCRIPTOR_BYTES, key ? 0x10 : 0x11, 0, 0, 0x9d, 0x01, 0x2a, 1280 & 0xff, 1280 >> 8, 720 & 0xff,
                    720 >> 8);
    }

    private void put(long at, int... bytes) {
        for (int i = 0; i < bytes.length; i++)
            memory.set(JAVA_BYTE, at + i, (byte) bytes[i]);
    }
}
