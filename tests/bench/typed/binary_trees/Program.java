final class Program {
  private Program() {}

  private static final class Node {
    final Node left;
    final Node right;

    Node(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    long count() {
      return 1 + (left == null ? 0 : left.count()) + (right == null ? 0 : right.count());
    }
  }

  private static Node tree(long depth) {
    return depth == 0 ? new Node(null, null) : new Node(tree(depth - 1), tree(depth - 1));
  }

  static long run(long most) {
    Node longLived = tree(most);
    long total = 0;
    for (long depth = 3; depth <= most; depth += 2) {
      for (long i = 0; i < 1L << most - depth; i++) {
        total += tree(depth).count();
      }
    }
    return total + longLived.count();
  }
}
