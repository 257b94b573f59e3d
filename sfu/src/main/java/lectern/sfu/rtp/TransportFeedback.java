package lectern.sfu.rtp;

import static lectern.sfu.rtp.BigEndian.put16;
import static lectern.sfu.rtp.BigEndian.put24;
import static lectern.sfu.rtp.BigEndian.put8;
import static lectern.sfu.rtp.BigEndian.u16;
import static lectern.sfu.rtp.BigEndian.u24;
import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The receiving side of transport-cc (draft-holmer-rmcat-transport-wide-cc-extensions-01): remembers when each transport-wide sequence
/// number of one connection arrived and writes that down every 100 ms, so that the sender can estimate the path.
public final class TransportFeedback {
    private static final int WINDOW = 4_096;
    private static final int MASK = WINDOW - 1;
    private static final int MAX_STATUSES = 400; // with two bytes of delta each, a message stays under 1,000 bytes
    private static final int SYMBOLS = 7; // in one status vector chunk of two-bit symbols
    private static final int MAX_RUN = 0x1fff;
    private static final long INTERVAL_NS = 100_000_000;
    private static final long TICK_NS = 250_000;
    private static final int TICKS_PER_REFERENCE = 256; // the reference time counts 64 ms
    private static final int LOST = 0;
    private static final int SMALL = 1;
    private static final int LARGE = 2;

    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private final long[] numbers = new long[WINDOW]; // which number the slot's time belongs to
    private final long[] arrivalsNs = new long[WINDOW];
    private final int[] symbols = new int[MAX_STATUSES];
    private final int[] deltas = new int[MAX_STATUSES];
    private long next; // the first number no message has told about
    private long originNs;
    private long deadlineNs = Deadline.NONE;
    private int messages;

    public void onPacket(int transportSequence, long nowNs) {
        if (!unwrapper.started()) {
            originNs = nowNs;
            next = unwrapper.peek(transportSequence);
        }
        long number = unwrapper.unwrap(transportSequence);
        if (number < next - WINDOW / 2)
            return;
        if (number - next >= WINDOW) { // the sender jumped: start anew there
            Arrays.fill(numbers, 0);
            next = number;
        }
        next = Math.min(next, number); // late, and told as lost before: telling it again mends the estimate
        if (unwrapper.newest() - next >= WINDOW)
            next = unwrapper.newest() - WINDOW + 1;
        int i = (int) number & MASK;
        if (numbers[i] != number) {
            numbers[i] = number;
            arrivalsNs[i] = nowNs;
        }
        if (deadlineNs == Deadline.NONE)
            deadlineNs = Deadline.onBeat(nowNs, INTERVAL_NS);
    }

    public long nextDeadlineNs() {
        return deadlineNs;
    }

    /// Writes one message. Call it again while [#nextDeadlineNs] has passed: what one message can't tell is left to the next.
    /// False when there was nothing to tell or no room in `out`.
    public boolean write(RtcpWriter out, int senderSsrc, int mediaSsrc, long nowNs) {
        while (next <= unwrapper.newest() && !arrived(next))
            next++; // a message has to begin with a packet that came; what is lost before it shows in the gap
        if (!unwrapper.started() || next > unwrapper.newest()) {
            deadlineNs = Deadline.NONE;
            return false;
        }
        long firstTicks = ticks(next);
        long reference = Math.floorDiv(firstTicks, TICKS_PER_REFERENCE);
        int count = collect(reference * TICKS_PER_REFERENCE);
        int chunks = chunks(count, -1, out.memory());
        int bytes = 8 + 2 * chunks;
        for (int i = 0; i < count; i++)
            bytes += symbols[i];
        long p = out.feedback(Rtcp.TRANSPORT_FEEDBACK, Rtcp.TRANSPORT_CC, senderSsrc, mediaSsrc, bytes + 3 & ~3);
        if (p < 0)
            return false;
        MemorySegment m = out.memory();
        put16(m, p, (int) next);
        put16(m, p + 2, count);
        put24(m, p + 4, (int) reference);
        put8(m, p + 7, messages++);
        chunks(count, p + 8, m);
        long q = p + 8 + 2 * chunks;
        for (int i = 0; i < count; i++) {
            if (symbols[i] == SMALL)
                put8(m, q, deltas[i]);
            else
                if (symbols[i] == LARGE)
                    put16(m, q, deltas[i]);
            q += symbols[i];
        }
        while (q < p + (bytes + 3 & ~3))
            put8(m, q++, 0);
        next += count;
        deadlineNs = next <= unwrapper.newest() ? nowNs : Deadline.NONE;
        return true;
    }

    private boolean arrived(long number) {
        return numbers[(int) number & MASK] == number;
    }

    private long ticks(long number) {
        return (arrivalsNs[(int) number & MASK] - originNs) / TICK_NS;
    }

    /// Fills symbols and deltas from `next` on, up to the last packet that came or the first delta that 16 bits can't hold.
    private int collect(long referenceTicks) {
        long before = referenceTicks;
        int count = 0;
        int told = 0;
        for (long n = next; n <= unwrapper.newest() && count < MAX_STATUSES; n++) {
            if (!arrived(n)) {
                symbols[count++] = LOST;
                continue;
            }
            long delta = ticks(n) - before;
            if (delta != (short) delta)
                break;
            symbols[count] = delta >= 0 && delta <= 255 ? SMALL : LARGE;
            deltas[count++] = (int) delta;
            before += delta;
            told = count;
        }
        return told;
    }

    /// Writes the chunks at `at`, or only counts them when `at` is -1: a run where at least one vector's worth is alike.
    private int chunks(int count, long at, MemorySegment m) {
        int chunks = 0;
        for (int i = 0; i < count; chunks++) {
            int run = 1;
            while (i + run < count && run < MAX_RUN && symbols[i + run] == symbols[i])
                run++;
            int value;
            if (run >= SYMBOLS || i + run == count) {
                value = symbols[i] << 13 | run;
                i += run;
            } else {
                value = 0xc000;
                for (int k = 0; k < SYMBOLS && i < count; k++)
                    value |= symbols[i++] << 2 * (SYMBOLS - 1 - k);
            }
            if (at >= 0)
                put16(m, at + 2L * chunks, value);
        }
        return chunks;
    }

    /// What a feedback message says of each packet; `arrivalTicks` counts 250 µs, from an origin of the receiver's own.
    public interface Sink {
        void packet(int transportSequence, boolean received, long arrivalTicks);
    }

    /// Reads a message that [Rtcp.Sink#transportFeedback] handed over. False when it contradicts itself; the sink may have
    /// heard its beginning by then.
    public static boolean read(MemorySegment m, long at, int length, Sink sink) {
        if (length < 20 || !BigEndian.holds(m, at, length))
            return false;
        int sequence = u16(m, at + 12);
        int count = u16(m, at + 14);
        long ticks = (long) (u24(m, at + 16) << 8 >> 8) * TICKS_PER_REFERENCE;
        int delta = deltasAt(m, at, length, count);
        if (delta < 0)
            return false;
        int chunk = 20;
        for (int done = 0; done < count; chunk += 2) {
            int value = u16(m, at + chunk);
            int n = Math.min(symbolsIn(value), count - done);
            for (int k = 0; k < n; k++, done++) {
                int symbol = symbol(value, k);
                int size = symbol == SMALL ? 1 : symbol == LARGE ? 2 : 0;
                if (delta + size > length)
                    return false;
                if (symbol == SMALL)
                    ticks += u8(m, at + delta);
                else
                    if (symbol == LARGE)
                        ticks += (short) u16(m, at + delta);
                delta += size;
                sink.packet(sequence + done & 0xffff, size > 0, ticks);
            }
        }
        return true;
    }

    private static int deltasAt(MemorySegment m, long at, int length, int count) {
        int chunk = 20;
        for (int done = 0; done < count; chunk += 2) {
            if (chunk + 2 > length)
                return -1;
            int n = symbolsIn(u16(m, at + chunk));
            if (n == 0)
                return -1;
            done += n;
        }
        return chunk;
    }

    private static int symbolsIn(int chunk) {
        if ((chunk & 0x8000) == 0)
            return chunk & MAX_RUN;
        return (chunk & 0x4000) == 0 ? 14 : SYMBOLS;
    }

    private static int symbol(int chunk, int k) {
        if ((chunk & 0x8000) == 0)
            return chunk >> 13 & 3;
        return (chunk & 0x4000) == 0 ? chunk >> 13 - k & 1 : chunk >> 2 * (SYMBOLS - 1 - k) & 3;
    }
}
