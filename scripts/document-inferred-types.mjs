// A TypeDoc plugin: a type alias that reads `z.infer<typeof schema>` is documented with the shape it stands for.
import { Converter, ReferenceType, ReflectionKind } from "typedoc";

const inferring = /^(z\.)?(infer|input|output)$/;

/** @param {import("typedoc").Application} app */
export function load(app) {
  // An alias has its type only after the event that announces it.
  const aliases = [];
  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (reflection.kindOf(ReflectionKind.TypeAlias)) aliases.push({ reflection, scope: context.withScope(reflection) });
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, () => {
    for (const { reflection, scope } of aliases.splice(0)) {
      if (!(reflection.type instanceof ReferenceType) || !inferring.test(reflection.type.name)) continue;
      const symbol = scope.getSymbolFromReflection(reflection);
      const shape = symbol && scope.checker.getDeclaredTypeOfSymbol(symbol);
      const node = shape && scope.checker.typeToTypeNode(shape, undefined, undefined);
      if (node) reflection.type = scope.converter.convertType(scope, shape, node);
    }
  });
}
