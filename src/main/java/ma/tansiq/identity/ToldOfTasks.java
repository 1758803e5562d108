package ma.tansiq.identity;

/** Knows who was told of somebody else's task, for instance because it is late: the link of that message leads somewhere. */
public interface ToldOfTasks {

    boolean wasTold(String account, String taskId);
}
