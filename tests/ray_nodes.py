"""Runs a small Ray cluster on this machine, for tests: it does what it reads, line by line, and ends with its input.

A process of its own, so that Ray's threads and warnings are not those of the tests. All nodes are on the loopback
interface, each with an address of its own; 127.0.0.1 Ray would take for the machine's other address.
"""

import json
import sys

from ray.cluster_utils import Cluster

SMALL = {"object_store_memory": 100_000_000, "include_dashboard": False}


def main() -> None:
    cluster, nodes = None, {}
    for line in sys.stdin:
        word, options = json.loads(line)
        if word == "kill":
            cluster.remove_node(nodes.pop(options), allow_graceful=False)
        else:
            arguments = {**SMALL, **options, "node_ip_address": word}
            if cluster is None:
                cluster = Cluster(initialize_head=True, head_node_args=arguments)
            else:
                nodes[word] = cluster.add_node(**arguments)
        print(json.dumps(cluster.address), flush=True)
    if cluster is not None:
        cluster.shutdown()


if __name__ == "__main__":
    main()
