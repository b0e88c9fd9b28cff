import {
  type BinaryOperationNode,
  ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  ReferenceNode,
  ValueNode,
} from 'kysely';
import type { ServerDatabase, Tx } from '#server/database/server-database.ts';

/** Makes every `space = …` of a query true, as if its author had forgotten to write it. */
class ForgetSpaces extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand, operator } = node;
    const isSpace =
      ReferenceNode.is(leftOperand) &&
      ColumnNode.is(leftOperand.column) &&
      leftOperand.column.column.name === 'space' &&
      OperatorNode.is(operator) &&
      operator.operator === '=';
    if (!isSpace) return super.transformBinaryOperation(node);
    return { ...node, leftOperand: ValueNode.createImmediate(1), rightOperand: ValueNode.createImmediate(1) };
  }
}

const plugin: KyselyPlugin = {
  transformQuery: ({ node }) => new ForgetSpaces().transformNode(node),
  transformResult: async ({ result }) => result,
};

/** A database whose users never say which tenant they mean: what keeps tenants apart then is row level security alone. */
export function forgetSpaces(own: ServerDatabase): ServerDatabase {
  const forget = (tx: Tx): Tx => tx.withPlugin(plugin) as Tx;
  return {
    ...own,
    inSpace: (identity, work) => own.inSpace(identity, (tx) => work(forget(tx))),
    readSpace: (identity, work) => own.readSpace(identity, (tx) => work(forget(tx))),
  };
}
