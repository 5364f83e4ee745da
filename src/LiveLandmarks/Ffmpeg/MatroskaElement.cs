namespace LiveLandmarks.Ffmpeg;

/// <summary>The elements of a Matroska stream that matter here (RFC 9559, section 5).</summary>
internal enum MatroskaElement : uint
{
    Header = 0x1A45DFA3,
    DocType = 0x4282,
    Segment = 0x18538067,
    Info = 0x1549A966,
    TimestampScale = 0x2AD7B1,
    Tracks = 0x1654AE6B,
    TrackEntry = 0xAE,
    TrackNumber = 0xD7,
    TrackUid = 0x73C5,
    TrackType = 0x83,
    CodecId = 0x86,
    DefaultDuration = 0x23E383,
    Video = 0xE0,
    PixelWidth = 0xB0,
    PixelHeight = 0xBA,
    ColorSpace = 0x2EB524,
    Cluster = 0x1F43B675,
    Timestamp = 0xE7,
    SimpleBlock = 0xA3,
    BlockGroup = 0xA0,
    Block = 0xA1,
}
