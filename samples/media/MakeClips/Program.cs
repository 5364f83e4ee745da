using LiveLandmarks;
using MakeClips;
using OpenCvSharp;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: MakeClips FOLDER   (the folder of astronaut.png; the clips are written there)");
    return 2;
}

using var portrait = Cv2.ImRead(Path.Combine(folder, "astronaut.png"));
if (portrait.Empty())
{
    Console.Error.WriteLine($"{folder}: has no readable astronaut.png; give the folder samples/media.");
    return 1;
}

try
{
    using var collins = CollinsScript.Write(portrait);
    ClipMaker.Make(collins, folder);
    using var twoFaces = TwoFacesScript.Write(portrait);
    ClipMaker.Make(twoFaces, folder);
    return 0;
}
catch (LiveLandmarksException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
