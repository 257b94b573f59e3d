package lectern.sfu.sdp;

/// A description that can't be used; the message says why in words for whoever wrote it.
public final class SdpException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SdpException(String why) {
        super(why);
    }
}
