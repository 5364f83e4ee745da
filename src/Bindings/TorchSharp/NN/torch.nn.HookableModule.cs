namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            protected HookableModule(string name)
                : base(name)
            {
            }

            private protected List<TPreHook> PreHooks { get; } = [];

            private protected List<TPostHook> PostHooks { get; } = [];

            public HookRemover register_forward_hook(TPostHook hook)
            {
                PostHooks.Add(hook);
                return new HookRemover(() => PostHooks.Remove(hook));
            }

            public HookRemover register_forward_pre_hook(TPreHook hook)
            {
                PreHooks.Add(hook);
                return new HookRemover(() => PreHooks.Remove(hook));
            }

            public class HookRemover
            {
                private readonly Action _remove;

                internal HookRemover(Action remove) => _remove = remove;

                public void remove() => _remove();
            }
        }

        public interface IModule<T, TResult>
        {
            TResult call(T input1);
        }

        public interface IModule<T1, T2, TResult>
        {
            TResult call(T1 input1, T2 input2);
        }

        public abstract class Module<T, TResult>
            : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>,
            IModule<T, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T input);

            public TResult call(T input)
            {
                foreach (var hook in PreHooks)
                    input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in PostHooks)
                    result = hook(this, input, result) ?? result;
                return result;
            }
        }

        public abstract class Module<T1, T2, TResult>
            : HookableModule<
                Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>,
                Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>,
            IModule<T1, T2, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);

            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in PreHooks)
                    (input1, input2) = hook(this, input1, input2) ?? (input1, input2);
                var result = forward(input1, input2);
                foreach (var hook in PostHooks)
                    result = hook(this, input1, input2, result) ?? result;
                return result;
            }
        }
    }
}
