using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LiveLandmarks.Training.Network;

/// <summary>
/// A network from images to maps of cells: RGB [N, 3, S, S], 0 to 1, to one tensor [N, channels, S / stride, S / stride] for each of its
/// stages, the last the best.
/// </summary>
/// <param name="name">Name of the kind of network.</param>
public abstract class HeatmapNetwork(string name) : Module<Tensor, Tensor[]>(name);
