package lectern.sfu.sdp;

import java.util.List;

/// An `a=simulcast` line (RFC 8853): the rids of each direction. Of alternatives the first is taken, and the mark of a stream
/// that starts paused is kept by no one, since a paused stream simply doesn't arrive.
public record Simulcast(List<String> send, List<String> receive) {
    public Simulcast {
        send = List.copyOf(send);
        receive = List.copyOf(receive);
    }
}
