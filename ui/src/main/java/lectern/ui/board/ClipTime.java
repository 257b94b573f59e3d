package lectern.ui.board;

/// Minutes and seconds as one reads them: 1:05, and 1:02:03 from an hour on.
final class ClipTime {
    static String of(double seconds) {
        long all = (long) Math.max(0, seconds);
        return all >= 3600
                ? String.format("%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60)
                : String.format("%d:%02d", all / 60, all % 60);
    }

    private ClipTime() {}
}
