using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(recurse, module => module._parameters, (_, parameter) => parameter);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(pair => pair.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                Distinct(
                    recurse,
                    module => module._buffers.Where(pair => pair.Value.IsPersistent || include_nonpersistent),
                    (_, buffer) => buffer.Tensor);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(pair => pair.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => _submodules;

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in _submodules)
                    yield return child;
                foreach (var (childName, child) in _submodules)
                    foreach (var (descendantName, descendant) in child.named_modules())
                        yield return ($"{childName}.{descendantName}", descendant);
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(pair => pair.module);

            public virtual IEnumerable<Module> children() => named_children().Select(pair => pair.module);

            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (entry, parameter) in named_parameters())
                    destination.TryAdd(Key(entry), parameter);
                foreach (var (entry, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Key(entry), buffer);
                return destination;

                string Key(string entry) => string.IsNullOrEmpty(prefix) ? entry : $"{prefix}.{entry}";
            }

            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                var skipped = skip ?? [];
                var missing = target.Keys.Where(key => !skipped.Contains(key) && !source.ContainsKey(key)).ToList();
                var unexpected = source.Keys.Where(key => !skipped.Contains(key) && !target.ContainsKey(key)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary.");

                using var mode = no_grad();
                foreach (var (key, value) in source)
                    if (!skipped.Contains(key) && target.TryGetValue(key, out var tensor))
                        tensor.copy_(value);
                return (missing, unexpected);
            }

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual Tensor? get_buffer(string target) =>
                named_buffers().FirstOrDefault(pair => pair.name == target).buffer;

            public virtual Parameter? get_parameter(string target) =>
                named_parameters().FirstOrDefault(pair => pair.name == target).parameter;

            private IEnumerable<(string, TResult)> Distinct<T, TResult>(
                bool recurse, Func<Module, IEnumerable<(string Name, T Value)>> own, Func<string, T, TResult> select)
                where TResult : Tensor
            {
                var seen = new HashSet<nint>();
                foreach (var (path, module) in recurse ? WithDescendants("") : [("", this)])
                    foreach (var (entry, value) in own(module))
                    {
                        var result = select(entry, value);
                        if (!result.IsInvalid && seen.Add(result.Handle))
                            yield return (path + entry, result);
                    }
            }

            private IEnumerable<(string Path, Module Module)> WithDescendants(string path)
            {
                yield return (path, this);
                foreach (var (childName, child) in named_children())
                    foreach (var descendant in child.WithDescendants($"{path}{childName}."))
                        yield return descendant;
            }
        }
    }
}
