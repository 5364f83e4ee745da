// Names and values are those of OpenCvSharp, so the members carry no text of their own.
#pragma warning disable CS1591

namespace OpenCvSharp;

/// <summary>A backend that reads or writes video.</summary>
public enum VideoCaptureAPIs
{
    ANY = 0,
    V4L = 200,
    V4L2 = 200,
    FIREWIRE = 300,
    FIREWARE = 300,
    IEEE1394 = 300,
    DC1394 = 300,
    CMU1394 = 300,
    DSHOW = 700,
    PVAPI = 800,
    OPENNI = 900,
    OPENNI_ASUS = 910,
    ANDROID = 1000,
    XIAPI = 1100,
    AVFOUNDATION = 1200,
    GIGANETIX = 1300,
    MSMF = 1400,
    WINRT = 1410,
    INTELPERC = 1500,
    REALSENSE = 1500,
    OPENNI2 = 1600,
    OPENNI2_ASUS = 1610,
    GPHOTO2 = 1700,
    GSTREAMER = 1800,
    FFMPEG = 1900,
    IMAGES = 2000,
    ARAVIS = 2100,
    OPENCV_MJPEG = 2200,
    INTEL_MFX = 2300,
    XINE = 2400,
    CAP_UEYE = 2500,
}
