namespace LiveLandmarks.Capture.Pictures;

/// <summary>The markers of a JPEG file that matter here (ITU-T T.81, table B.1).</summary>
internal static class JpegMarker
{
    public const byte Temporary = 0x01;
    public const byte Baseline = 0xC0;
    public const byte Sequential = 0xC1;
    public const byte Progressive = 0xC2;
    public const byte HuffmanTables = 0xC4;
    public const byte FirstRestart = 0xD0;
    public const byte LastRestart = 0xD7;
    public const byte StartOfImage = 0xD8;
    public const byte EndOfImage = 0xD9;
    public const byte StartOfScan = 0xDA;
    public const byte RestartInterval = 0xDD;
    public const byte App1 = 0xE1;

    /// <summary>Whether the marker starts a frame of any kind: 0xC0 to 0xCF except the three with another meaning.</summary>
    public static bool IsStartOfFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (HuffmanTables or 0xC8 or 0xCC);

    /// <summary>Whether the marker has no content, so that no length follows.</summary>
    public static bool StandsAlone(byte marker) => marker is Temporary or (>= FirstRestart and <= EndOfImage);
}
