namespace LiveLandmarks.Training.Import.Pickle;

/// <summary>A constructor that a pickle may call by name. It only makes data; no code from the pickle runs.</summary>
/// <param name="Name">Module and name, as the pickle gives them.</param>
/// <param name="Make">Makes the object from the arguments; returns null for unexpected arguments.</param>
internal sealed record PickleConstructor(string Name, Func<object?[], object?> Make);
