package ma.tansiq.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Diagrams can be read: all is drawn, nothing crosses, and time goes from left to right. */
class DiagramLayoutTests {

    static List<Diagram> diagrams() {
        return Models.diagrams();
    }

    private record Line(SequenceFlow flow, Line2D segment) {}

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawn(Diagram diagram) {
        assertThat(diagram.nodes())
                .allMatch(node -> node.getDiagramElement() != null, "has a shape")
                .allSatisfy(node -> assertThat(bounds(node).getWidth()).isPositive());
        assertThat(diagram.flows())
                .allSatisfy(flow -> assertThat(flow.getDiagramElement().getWaypoints())
                        .as(flow.getId())
                        .hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void flowsDoNotCross(Diagram diagram) {
        List<Line> lines = lines(diagram);
        List<String> crossings = new ArrayList<>();
        for (Line one : lines) {
            for (Line other : lines) {
                if (one.flow.getId().compareTo(other.flow.getId()) < 0 && cross(one.segment, other.segment)) {
                    crossings.add(one.flow.getId() + " × " + other.flow.getId());
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void flowsRunRoundWhatTheyDoNotTouch(Diagram diagram) {
        List<String> hits = new ArrayList<>();
        for (Line line : lines(diagram)) {
            diagram.nodes().stream()
                    .filter(node -> !(node instanceof SubProcess))
                    .filter(node -> !touches(line.flow, node))
                    .filter(node -> inner(bounds(node)).intersectsLine(line.segment))
                    .forEach(node -> hits.add(line.flow.getId() + " through " + node.getId()));
        }
        assertThat(hits).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void shapesDoNotOverlap(Diagram diagram) {
        List<String> overlaps = new ArrayList<>();
        for (FlowNode one : diagram.nodes()) {
            for (FlowNode other : diagram.nodes()) {
                if (one.getId().compareTo(other.getId()) < 0
                        && one.getParentElement().equals(other.getParentElement())
                        && !(one instanceof BoundaryEvent)
                        && !(other instanceof BoundaryEvent)
                        && bounds(one).intersects(bounds(other))) {
                    overlaps.add(one.getId() + " over " + other.getId());
                }
            }
        }
        assertThat(overlaps).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void timeGoesFromLeftToRightExceptInLoops(Diagram diagram) {
        List<String> backwards = diagram.flows().stream()
                .filter(flow -> bounds(flow.getTarget()).getMaxX()
                        < bounds(flow.getSource()).getMinX())
                .filter(flow -> !reaches(flow.getTarget(), flow.getSource()))
                .map(SequenceFlow::getId)
                .toList();
        assertThat(backwards).isEmpty();
    }

    private static boolean reaches(FlowNode from, FlowNode to) {
        Set<FlowNode> seen = new HashSet<>();
        Collection<FlowNode> next = Set.of(from);
        while (!next.isEmpty()) {
            seen.addAll(next);
            next = next.stream()
                    .flatMap(node -> followers(node).stream())
                    .filter(node -> !seen.contains(node))
                    .collect(Collectors.toSet());
        }
        return seen.contains(to);
    }

    /** What follows a node: along its flows, and by the events that stand on its border. */
    private static Collection<FlowNode> followers(FlowNode node) {
        Set<FlowNode> followers =
                node.getOutgoing().stream().map(SequenceFlow::getTarget).collect(Collectors.toSet());
        node.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(node))
                .forEach(followers::add);
        return followers;
    }

    private static List<Line> lines(Diagram diagram) {
        List<Line> lines = new ArrayList<>();
        for (SequenceFlow flow : diagram.flows()) {
            List<Waypoint> points = List.copyOf(flow.getDiagramElement().getWaypoints());
            for (int at = 1; at < points.size(); at++) {
                lines.add(new Line(flow, new Line2D.Double(point(points.get(at - 1)), point(points.get(at)))));
            }
        }
        return lines;
    }

    /** Whether each line has ends on both sides of the other; meeting in a point of both is not crossing. */
    private static boolean cross(Line2D one, Line2D other) {
        return sides(one, other) < 0 && sides(other, one) < 0;
    }

    private static int sides(Line2D line, Line2D other) {
        return line.relativeCCW(other.getP1()) * line.relativeCCW(other.getP2());
    }

    private static boolean touches(SequenceFlow flow, FlowNode node) {
        return touches(flow.getSource(), node) || touches(flow.getTarget(), node);
    }

    private static boolean touches(FlowNode end, FlowNode node) {
        return end.equals(node)
                || (end instanceof BoundaryEvent event && event.getAttachedTo().equals(node));
    }

    private static Rectangle2D inner(Rectangle2D bounds) {
        return new Rectangle2D.Double(
                bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
    }

    private static Rectangle2D bounds(FlowNode node) {
        Bounds bounds = ((BpmnShape) node.getDiagramElement()).getBounds();
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Point2D point(Waypoint waypoint) {
        return new Point2D.Double(waypoint.getX(), waypoint.getY());
    }
}
